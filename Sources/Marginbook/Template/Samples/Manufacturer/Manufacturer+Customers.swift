import FinanceModel

/// The customers of the manufacturer: forty, of five manners.
extension Manufacturer {
  static let customers: [SampleCustomer] = outlines.enumerated().map { index, outline in
    customer(outline, number: index + 1)
  }

  /// What tells one customer from another; the rest follows from its number.
  private struct Outline: Sendable {
    var english: String
    var chinese: String
    var manner: SampleCustomer.Manner
    var yearlyRevenue: Int
    var segment: LocalizedText
    var channel: LocalizedText
    var region: LocalizedText

    init(
      _ english: String, _ chinese: String, _ manner: SampleCustomer.Manner, _ revenue: Int,
      _ segment: LocalizedText, _ channel: LocalizedText, _ region: LocalizedText
    ) {
      self.english = english
      self.chinese = chinese
      self.manner = manner
      yearlyRevenue = revenue
      self.segment = segment
      self.channel = channel
      self.region = region
    }
  }

  private static func customer(_ outline: Outline, number: Int) -> SampleCustomer {
    SampleCustomer(
      id: id(number), name: note(outline.english, outline.chinese), manner: outline.manner,
      yearlyRevenue: outline.yearlyRevenue, segment: outline.segment, channel: outline.channel,
      region: outline.region, salesperson: salesperson(of: outline.region, number: number),
      since: newcomers[number] ?? longSince(number), lost: losses[number],
      referredBy: referrers[number].map(id), creditTerms: [30, 45, 60, 90][number % 4])
  }

  private static func id(_ number: Int) -> String {
    (number < 10 ? "C00" : "C0") + String(number)
  }

  private static func salesperson(of region: LocalizedText, number: Int) -> LocalizedText {
    let pair: [LocalizedText] =
      switch region {
      case SampleWords.north: [note("Chen Hao", "陈浩"), note("Sun Lei", "孙蕾")]
      case SampleWords.east: [note("Lin Yue", "林玥"), note("Zhao Min", "赵敏")]
      case SampleWords.south: [note("Huang Jie", "黄杰"), note("He Qing", "何晴")]
      default: [note("Ma Chao", "马超"), note("Ma Chao", "马超")]
      }
    return pair[number % pair.count]
  }

  /// Somewhere in 2016 to 2023.
  private static func longSince(_ number: Int) -> Day {
    let year = 2016 + number * 5 % 8
    return day(year, 1 + number * 7 % 12, 1 + number * 11 % 27)
  }

  /// Customers won in 2025.
  private static let newcomers: [Int: Day] = [
    7: day(2025, 2, 17), 16: day(2025, 3, 6), 21: day(2025, 4, 22), 27: day(2025, 6, 3),
    33: day(2025, 7, 14), 39: day(2025, 9, 9),
  ]

  /// Customers lost in 2025.
  private static let losses: [Int: SampleCustomer.Loss] = [
    19: SampleCustomer.Loss(day: day(2025, 5, 30), reason: SampleWords.priceReason),
    26: SampleCustomer.Loss(day: day(2025, 8, 15), reason: SampleWords.serviceReason),
    36: SampleCustomer.Loss(day: day(2025, 10, 20), reason: SampleWords.closedReason),
  ]

  /// Who recommended whom.
  private static let referrers = [7: 1, 16: 3, 27: 12, 33: 1]

  private static let outlines: [Outline] = champions + solids + quiets + demandings + piecemeals

  private static let champions: [Outline] = [
    Outline(
      "Langyu Heavy Industries", "朗宇重工集团", .champion, 5_400, SampleWords.enterprise,
      SampleWords.direct, SampleWords.north),
    Outline(
      "Haiyue Water Works", "海岳水务集团", .champion, 4_900, SampleWords.publicBody,
      SampleWords.direct, SampleWords.east),
    Outline(
      "Tongchuang Petrochemical", "同创石化工程", .champion, 4_300, SampleWords.enterprise,
      SampleWords.direct, SampleWords.east),
    Outline(
      "Beichen Thermal Power", "北辰热电", .champion, 3_700, SampleWords.enterprise,
      SampleWords.direct, SampleWords.north),
    Outline(
      "Ruifeng Food Group", "瑞丰食品集团", .champion, 3_200, SampleWords.enterprise,
      SampleWords.direct, SampleWords.south),
    Outline(
      "Minjiang Paper Mill", "岷江纸业", .champion, 2_900, SampleWords.enterprise,
      SampleWords.direct, SampleWords.west),
    Outline(
      "Yuanhang Shipyard", "远航船舶修造", .champion, 2_800, SampleWords.enterprise,
      SampleWords.direct, SampleWords.south),
    Outline(
      "Xincheng District Heating", "新城区供热中心", .champion, 2_500, SampleWords.publicBody,
      SampleWords.direct, SampleWords.north),
  ]

  private static let solids: [Outline] = [
    Outline(
      "Jinhe Pharmaceuticals", "锦禾制药", .solid, 1_900, SampleWords.enterprise,
      SampleWords.direct, SampleWords.east),
    Outline(
      "Pinggu Brewery", "平谷酿造", .solid, 1_800, SampleWords.midMarket, SampleWords.direct,
      SampleWords.north),
    Outline(
      "Hengda Fluid Equipment", "恒达流体设备", .solid, 1_750, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.east),
    Outline(
      "Dongtai Dyeing & Printing", "东泰印染", .solid, 1_600, SampleWords.midMarket,
      SampleWords.direct, SampleWords.east),
    Outline(
      "Shuntong Pump Trading", "顺通泵业贸易", .solid, 1_550, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.south),
    Outline(
      "Yulong Irrigation District", "玉龙灌区管理局", .solid, 1_450, SampleWords.publicBody,
      SampleWords.direct, SampleWords.west),
    Outline(
      "Anxin Fire Protection", "安信消防工程", .solid, 1_400, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.north),
    Outline(
      "Lvyuan Environmental", "绿源环保科技", .solid, 1_300, SampleWords.midMarket,
      SampleWords.direct, SampleWords.south),
    Outline(
      "Gaoxin Semiconductor Park", "高新半导体园", .solid, 1_250, SampleWords.enterprise,
      SampleWords.direct, SampleWords.east),
    Outline(
      "Zhongshan Ceramics", "钟山陶瓷", .solid, 1_150, SampleWords.midMarket,
      SampleWords.direct, SampleWords.south),
    Outline(
      "Fengyuan Mining", "丰原矿业", .solid, 1_050, SampleWords.enterprise,
      SampleWords.direct, SampleWords.west),
    Outline(
      "Changqing Valve Supplies", "长青阀门商行", .solid, 1_000, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.west),
    Outline(
      "Mingde Hospital", "明德医院", .solid, 950, SampleWords.publicBody, SampleWords.direct,
      SampleWords.east),
    Outline(
      "Kaiyuan Sugar", "开源糖业", .solid, 900, SampleWords.midMarket, SampleWords.direct,
      SampleWords.south),
  ]

  private static let quiets: [Outline] = [
    Outline(
      "Qinglan Swimming Centre", "青澜游泳馆", .quiet, 420, SampleWords.publicBody,
      SampleWords.online, SampleWords.east),
    Outline(
      "Baihe Dairy", "百禾乳业", .quiet, 520, SampleWords.midMarket, SampleWords.direct,
      SampleWords.north),
    Outline(
      "Xishan Hot Springs", "西山温泉度假村", .quiet, 310, SampleWords.midMarket,
      SampleWords.online, SampleWords.west),
    Outline(
      "Jiahe Property Services", "嘉和物业", .quiet, 380, SampleWords.midMarket,
      SampleWords.online, SampleWords.south),
    Outline(
      "Longmen Cement", "龙门水泥", .quiet, 610, SampleWords.enterprise, SampleWords.direct,
      SampleWords.west),
    Outline(
      "Huayang Greenhouses", "华阳温室农业", .quiet, 290, SampleWords.midMarket,
      SampleWords.online, SampleWords.north),
    Outline(
      "Nanhu Aquaculture", "南湖水产养殖", .quiet, 340, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.south),
    Outline(
      "Tianqi Laboratory", "天启检测实验室", .quiet, 260, SampleWords.midMarket,
      SampleWords.online, SampleWords.east),
  ]

  private static let demandings: [Outline] = [
    Outline(
      "Guangming Chemical Fibre", "光明化纤", .demanding, 4_100, SampleWords.enterprise,
      SampleWords.direct, SampleWords.east),
    Outline(
      "Hongtu Engineering Contractors", "宏图工程总承包", .demanding, 3_300,
      SampleWords.enterprise, SampleWords.direct, SampleWords.south),
    Outline(
      "Jiangbei Machinery Wholesale", "江北机电批发", .demanding, 2_700,
      SampleWords.midMarket, SampleWords.dealer, SampleWords.east),
    Outline(
      "Taihe Sewage Treatment", "泰和污水处理厂", .demanding, 2_300, SampleWords.publicBody,
      SampleWords.direct, SampleWords.north),
  ]

  private static let piecemeals: [Outline] = [
    Outline(
      "Lianfa Hardware", "联发五金机电", .piecemeal, 430, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.east),
    Outline(
      "Hengshui Pump Repairs", "衡水水泵维修部", .piecemeal, 260, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.north),
    Outline(
      "Sanjiang Plumbing Supplies", "三江管道配件", .piecemeal, 390, SampleWords.midMarket,
      SampleWords.dealer, SampleWords.west),
    Outline(
      "Yida Facility Services", "易达设施服务", .piecemeal, 350, SampleWords.midMarket,
      SampleWords.online, SampleWords.south),
    Outline(
      "Deyuan Installations", "德元安装工程", .piecemeal, 310, SampleWords.midMarket,
      SampleWords.direct, SampleWords.north),
    Outline(
      "Baolai Spare Parts", "宝来备件", .piecemeal, 280, SampleWords.midMarket,
      SampleWords.online, SampleWords.east),
  ]
}
