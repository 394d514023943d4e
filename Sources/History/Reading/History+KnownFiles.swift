import GRDB
public import LogReading

extension History {
    /// The files that sources which count were read from, as far as a run may take them unread.
    ///
    /// - Parameters:
    ///   - settings: Those of the run: what was noted under others is left out.
    ///   - now: The start of the run, seconds since 1970 UTC: what a later run noted is left out.
    public func files(readUnder settings: String, now: Int64) throws(HistoryError) -> KnownFiles {
        try read { db in
            var files: [FileMark: Int64] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT source, device, inode, size, seconds, nanoseconds, digest
                    FROM source_file JOIN run ON run.number = source_file.run
                    WHERE settings = ? AND started <= ?
                        AND source IN (SELECT number FROM source WHERE \(History.counting))
                    """, arguments: [settings, now])
            while let row = try rows.next() {
                let source = try Fields(row, of: "source_file").integer(0)
                let fields = Fields(row, of: "source_file", source: source)
                let stamp = FileStamp(
                    device: UInt64(bitPattern: try fields.integer(1)), inode: UInt64(bitPattern: try fields.integer(2)),
                    size: try fields.integer(3), seconds: try fields.integer(4), nanoseconds: try fields.integer(5))
                files[FileMark(stamp: stamp, digest: try fields.blob(6, FileDigestBlob.decode))] = source
            }
            return KnownFiles(files, key: try contentKey(db))
        }
    }
}
