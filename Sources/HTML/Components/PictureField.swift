/// A picture of a person, on their card.
package func portrait(_ picture: Link, of name: String) -> HTML {
    "<img class=\"portrait\"\(src: picture) alt=\"\(name)\" width=\"96\" height=\"96\">"
}

/// A form with a ``Form/picture(_:_:longestSide:mostBytes:hint:)``. It is shown by the page's script alone, since without it
/// nothing could be sent.
/// - Parameter without: what is said where the script does not run.
package func pictureForm(_ form: HTML, without: String) -> HTML {
    """
    <div data-picture hidden>\(form)</div>
    <p role="status" data-picture-state>\(without)</p>
    """
}

extension Form {
    /// A picture from the user's device. The page's script makes it small and puts it into the field `name` as a JPEG in
    /// base64; the file itself has no name in the form and is never sent.
    /// - Parameters:
    ///   - longestSide: in pixels.
    ///   - mostBytes: of the JPEG.
    package func picture(
        _ name: String, _ label: String, longestSide: Int, mostBytes: Int, hint: String? = nil,
        origin: RuleOrigin? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: false)
        return frame.around(
            """
            <input class="input input-file" id="\(frame.id)" type="file" accept="image/*" autocomplete="off"\
             data-picture-side="\(longestSide)" data-picture-bytes="\(mostBytes)"\(frame.ties)>\
            <input type="hidden" name="\(name)" value="">
            """)
    }
}
