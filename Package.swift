// swift-tools-version: 6.2

import PackageDescription

/// What every target of ours is compiled with: Swift 6 mode, explicit existentials, imports that
/// stay internal unless said otherwise, and no warning left standing.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "marginbook",
  products: [
    .library(name: "Marginbook", targets: ["Marginbook"]),
    .library(name: "CostingCore", targets: ["CostingCore"]),
    .library(name: "PluginKit", targets: ["PluginKit"]),
    .library(name: "WorkbookReading", targets: ["WorkbookReading"]),
    .executable(name: "marginbook", targets: ["marginbook-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Every target names each module it imports: what it does not name, it is not built anew for.
    .target(name: "FinanceModel", swiftSettings: house),
    .target(
      name: "CostingCore",
      dependencies: ["FinanceModel", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: house),
    .executableTarget(
      name: "costing-benchmarks", dependencies: ["CostingCore", "FinanceModel"],
      path: "Benchmarks/CostingBenchmarks", swiftSettings: house),
    .target(name: "SheetPlan", dependencies: ["FinanceModel"], swiftSettings: house),
    .target(
      name: "WorkbookReading", dependencies: ["CLinux", "FinanceModel", "CZip", "CISAL"],
      swiftSettings: house),
    .target(
      name: "Intake",
      dependencies: [
        "CLinux", "CostingCore", "FinanceModel", "WorkbookReading",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: house),
    .target(
      name: "PluginKit", dependencies: ["CostingCore", "FinanceModel", "SheetPlan"],
      swiftSettings: house),
    .target(
      name: "ProfitabilitySheets",
      dependencies: ["CostingCore", "FinanceModel", "PluginKit", "SheetPlan"],
      swiftSettings: house),
    .target(
      name: "WorkbookWriting",
      dependencies: [
        "CLinux", "FinanceModel", "SheetPlan", "WorkbookReading", "CISAL", "CXLSXWriter",
      ],
      swiftSettings: house),
    .target(
      name: "Marginbook",
      dependencies: [
        "CostingCore", "FinanceModel", "Intake", "PluginKit", "ProfitabilitySheets", "SheetPlan",
        "WorkbookReading", "WorkbookWriting",
      ],
      swiftSettings: house),
    .target(name: "CLinux"),
    .target(
      name: "DropFolder",
      dependencies: [
        "CLinux", "FinanceModel",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "marginbook-cli",
      dependencies: [
        "CLinux", "CostingCore", "DropFolder", "FinanceModel", "Intake", "Marginbook", "PluginKit",
        "ProfitabilitySheets", "WorkbookReading", "WorkbookWriting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      path: "Sources/marginbook",
      swiftSettings: house),

    .target(
      name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "MarginbookTests",
      dependencies: [
        "CostingCore", "FinanceModel", "Intake", "Marginbook", "SheetPlan", "WorkbookReading",
        "TestSupport", "marginbook-cli",
      ],
      swiftSettings: house),
    .target(
      name: "SheetFixtures",
      dependencies: ["CostingCore", "FinanceModel", "PluginKit", "SheetPlan"],
      path: "Tests/SheetFixtures", swiftSettings: house),
    .executableTarget(
      name: "sheets-preview",
      dependencies: [
        "CostingCore", "FinanceModel", "ProfitabilitySheets", "SheetFixtures", "WorkbookWriting",
      ],
      path: "Tests/SheetsPreview", swiftSettings: house),
    .testTarget(
      name: "ProfitabilitySheetsTests",
      dependencies: [
        "CostingCore", "FinanceModel", "PluginKit", "ProfitabilitySheets", "SheetFixtures",
        "SheetPlan",
      ],
      swiftSettings: house),
    .target(
      name: "ProbeSupport", dependencies: ["FinanceModel", "SheetPlan"], path: "Tests/ProbeSupport",
      swiftSettings: house),
    .executableTarget(
      name: "graft-probe",
      dependencies: [
        "FinanceModel", "ProbeSupport", "SheetPlan", "WorkbookReading", "WorkbookWriting",
      ],
      path: "Tests/GraftProbe", swiftSettings: house),
    .testTarget(
      name: "WorkbookWritingTests",
      dependencies: [
        "FinanceModel", "SheetPlan", "WorkbookReading", "WorkbookWriting", "ProbeSupport",
        "TestSupport", "CISAL",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "reading-benchmarks", dependencies: ["CZip"], path: "Benchmarks/ReadingBenchmarks",
      swiftSettings: house),
    .executableTarget(
      name: "reader-fuzz", dependencies: ["WorkbookReading", "FinanceModel"],
      path: "Tests/ReaderFuzz", swiftSettings: house),
    .testTarget(
      name: "WorkbookReadingTests",
      dependencies: ["WorkbookReading", "FinanceModel", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["CostingCore", "FinanceModel", "Intake", "WorkbookReading", "TestSupport"],
      swiftSettings: house),
    .testTarget(name: "FinanceModelTests", dependencies: ["FinanceModel"], swiftSettings: house),
    .testTarget(
      name: "CostingCoreTests", dependencies: ["CostingCore", "FinanceModel", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DropFolderTests",
      dependencies: [
        "DropFolder", "FinanceModel", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["FAULTS.md", "Scripts"], swiftSettings: house),
  ]
)
