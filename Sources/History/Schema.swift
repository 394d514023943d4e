import GRDB

/// The tables, and the steps by which a history of any earlier version gets them. `docs/history-schema.md` tells what
/// each is for.
///
/// A step that has been released is never edited: another one follows it.
enum Schema {
    /// `AcRk`: by these four bytes of its header a SQLite database is known as a history.
    static let applicationID: UInt32 = 0x4163_526B
    /// Of a new history; one that is there keeps its own. Clicks are blobs of megabytes: twice SQLite's own size saves half of the
    /// writes.
    static let pageBytes = 8192
    /// What `user_version` is after the last step.
    static let version: UInt32 = 4

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 sources, days and clicks") { try $0.execute(sql: sourcesDaysAndClicks) }
        migrator.registerMigration("2 headlines") { try $0.execute(sql: headlines) }
        migrator.registerMigration("3 places by number, uncounted lines by verdict") { db in
            try db.execute(sql: places)
            try PlacesByNumber.take(db)
            try UncountedByVerdict.take(db)
        }
        migrator.registerMigration("4 files of sources") { try $0.execute(sql: filesOfSources) }
        return migrator
    }

    /// Has to come before anything else is written: the first page tells whose file it is from its first byte on.
    ///
    /// In one transaction: each of the two pragmas writes the first page, and a run that died between them would leave a
    /// file that the next one takes for a stranger's. The size of pages writes nothing, and is heeded before anything else alone.
    static let newFile = """
        PRAGMA page_size = \(pageBytes);
        BEGIN;
        PRAGMA auto_vacuum = INCREMENTAL;
        PRAGMA application_id = \(applicationID);
        COMMIT;
        """

    private static let sourcesDaysAndClicks = """
        CREATE TABLE site (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            zone TEXT NOT NULL,
            agent_key BLOB NOT NULL,
            content_key BLOB NOT NULL,
            closed_before INTEGER
        ) STRICT;

        CREATE TABLE run (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            started INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE source (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            run INTEGER NOT NULL REFERENCES run (number),
            name TEXT NOT NULL,
            state TEXT NOT NULL,
            format TEXT,
            robots TEXT NOT NULL,
            lines INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            last_second INTEGER NOT NULL,
            timeless BLOB NOT NULL,
            content BLOB
        ) STRICT;

        CREATE TABLE source_day (
            day INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            is_late INTEGER NOT NULL,
            lines BLOB NOT NULL,
            PRIMARY KEY (day, source)
        ) STRICT;

        CREATE TABLE salt (
            day INTEGER PRIMARY KEY,
            salt BLOB NOT NULL
        ) STRICT;

        CREATE TABLE source_pages (
            day INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            robot_lines BLOB NOT NULL,
            pages BLOB NOT NULL,
            PRIMARY KEY (day, source)
        ) STRICT;

        CREATE TABLE click_run (
            day INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            is_following INTEGER NOT NULL,
            part INTEGER NOT NULL,
            clicks BLOB NOT NULL,
            PRIMARY KEY (day, source, is_following, part)
        ) STRICT;

        CREATE TABLE day (
            day INTEGER PRIMARY KEY,
            version INTEGER NOT NULL,
            revision INTEGER NOT NULL REFERENCES run (number),
            changed_at INTEGER NOT NULL,
            restated_at INTEGER,
            is_closed INTEGER NOT NULL DEFAULT 0,
            written TEXT,
            restatement BLOB,
            lines BLOB,
            articles BLOB,
            minutes BLOB
        ) STRICT;

        CREATE TABLE damage (
            day INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            PRIMARY KEY (day, source)
        ) STRICT, WITHOUT ROWID;

        PRAGMA user_version = 1;
        """

    /// Texts as blobs of UTF-8: SQLite's own end at a NUL.
    private static let headlines = """
        CREATE TABLE headline (
            key BLOB NOT NULL,
            first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL,
            title BLOB NOT NULL,
            section BLOB,
            published INTEGER,
            published_is_day INTEGER NOT NULL DEFAULT 0,
            url BLOB,
            PRIMARY KEY (key, first_seen)
        ) STRICT, WITHOUT ROWID;

        PRAGMA user_version = 2;
        """

    /// `path` is null where it is the key.
    private static let places = """
        CREATE TABLE place (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            key BLOB NOT NULL,
            path BLOB,
            section BLOB
        ) STRICT;

        ALTER TABLE source_pages RENAME COLUMN robot_lines TO uncounted;

        PRAGMA user_version = 3;
        """

    private static let filesOfSources = """
        CREATE TABLE source_file (
            device INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            size INTEGER NOT NULL,
            seconds INTEGER NOT NULL,
            nanoseconds INTEGER NOT NULL,
            digest BLOB NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            run INTEGER NOT NULL REFERENCES run (number),
            settings TEXT NOT NULL,
            PRIMARY KEY (device, inode)
        ) STRICT, WITHOUT ROWID;

        PRAGMA user_version = 4;
        """
}
