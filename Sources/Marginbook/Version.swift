/// The version of the engine, as the Method sheet and `--version` show it.
public enum EngineVersion {
  public static let current = "0.1.0"
}
