extension RobotList {
    /// The list that ships.
    public static let builtin = RobotList(name: "builtin", version: "1", entries: [])
}
