import Foundation

/// A picture as a supporter may show it: a JPEG of 24 by 24 pixels with nothing else in it.
package enum SmallPicture {
    /// As forms and the programming interface take it.
    package static let base64 = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9\
        lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAYABgD\
        ASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAAQDBQb/xAAhEAEAAgEDBAMAAAAAAAAAAAABAAIDBBEhBRIiMVFxsf/EABYBAQEBAAAAAAAA\
        AAAAAAAAAAABA//EABURAQEAAAAAAAAAAAAAAAAAAAAB/9oADAMBAAIRAxEAPwDeYW1mnpkcdsgWHZ4f2Nba9NJktjUsHs++ZwZGMj0sSTplr20v\
        mqFtq7/EQiuSW6bgtkb+QLv2jxEQKwAAAD0ERED/2Q==
        """

    package static var jpeg: [UInt8] { [UInt8](Data(base64Encoded: base64) ?? Data()) }
}
