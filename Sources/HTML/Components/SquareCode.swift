/// A square code (ISO/IEC 18004) as its dark modules, row by row.
package struct SquareCode: Sendable, Equatable {
    package let width: Int
    let isDark: [Bool]

    /// Nothing where the modules are no square.
    package init?(width: Int, isDark: [Bool]) {
        guard width > 0, isDark.count == width * width else { return nil }
        self.width = width
        self.isDark = isDark
    }

    /// The modules that are dark, as one path of a drawing whose unit is a module.
    fileprivate var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard isDark[row * width + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < width, isDark[row * width + column] { column += 1 }
                path += "M\(start) \(row)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }
}

/// The code as a file of its own (SVG), for use on other pages and on paper.
package func squareCodeFile(_ code: SquareCode) -> HTML {
    let size = code.width + 8
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 \(size) \(size)" width="\(size * 8)" height="\(size * 8)">\
        <rect x="-4" y="-4" width="\(size)" height="\(size)" fill="white"/>\
        <path d="\(code.path)" fill="black" shape-rendering="crispEdges"/></svg>
        """
}

/// The code to be read by a telephone's camera, with what it holds said in words: whoever cannot see it misses nothing.
/// Four light modules stand around it, as the standard asks.
package func squareCode(_ code: SquareCode, holds words: String) -> HTML {
    let size = code.width + 8
    return """
        <figure class="square-code"><svg viewBox="-4 -4 \(size) \(size)" aria-hidden="true" focusable="false">\
        <rect class="square-code-light" x="-4" y="-4" width="\(size)" height="\(size)"/>\
        <path class="square-code-dark" d="\(code.path)"/></svg>\
        <figcaption>\(words)</figcaption></figure>
        """
}
