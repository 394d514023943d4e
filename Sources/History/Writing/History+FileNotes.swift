import GRDB
import LogReading

extension History {
    /// Notes the files that hold a source's content. What was noted of the same files before is replaced, and of a source
    /// only the last few are kept: copies may come each night, each of them in another file.
    func note(_ files: [FileMark], of source: Int64, under settings: String, run: Int64, _ db: Database) throws {
        for file in files {
            let stamp = file.stamp
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO source_file
                        (device, inode, size, seconds, nanoseconds, digest, source, run, settings)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Int64(bitPattern: stamp.device), Int64(bitPattern: stamp.inode), stamp.size, stamp.seconds,
                    stamp.nanoseconds, FileDigestBlob.encode(file.digest), source, run, settings,
                ])
        }
        try db.execute(
            sql: """
                DELETE FROM source_file WHERE source = :source AND (device, inode) NOT IN (
                    SELECT device, inode FROM source_file WHERE source = :source
                    ORDER BY run DESC, device, inode LIMIT \(History.filesOfSource))
                """, arguments: ["source": source])
    }

    /// The most files that are noted of a source.
    private static let filesOfSource = 4
}
