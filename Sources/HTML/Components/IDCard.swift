/// What stands on a member's card.
package struct IDCardFace: Sendable {
    package let agency: String
    package let team: String
    package let name: String
    package let role: String
    package let until: String
    /// A picture; an empty frame to paste one into where there is none.
    package let picture: HTML?
    package let code: String
    /// Where the code is read, with a picture of it for a camera.
    package let address: String?
    package let square: SquareCode?
    /// What the back says to whoever looks at it.
    package let words: String

    package init(
        agency: String, team: String, name: String, role: String, until: String, picture: HTML?, code: String,
        address: String?, square: SquareCode?, words: String
    ) {
        self.agency = agency
        self.team = team
        self.name = name
        self.role = role
        self.until = until
        self.picture = picture
        self.code = code
        self.address = address
        self.square = square
        self.words = words
    }
}

/// A card of 85.6 by 54 mm (ISO/IEC 7810, ID-1), front and back: on a sheet of paper to be cut out and folded, or each side as a page of
/// the card's own size for a printer of cards, as whoever prints it chooses above it.
package func idCard(_ face: IDCardFace) -> HTML {
    let frame: HTML = face.picture ?? "<span class=\"id-card-frame\">Photo</span>"
    return """
        <fieldset class="id-card-paper"><legend>Print it</legend>
        <label><input type="radio" name="paper" value="sheet" checked autocomplete="off"> on a sheet of paper, to cut out and fold</label>
        <label><input type="radio" name="paper" value="card" autocomplete="off"> with a printer of cards, each side by itself</label>
        </fieldset>
        <article class="sheet sheet-upright id-card-sheet"><h2 class="id-card-title">Card of \(face.name)</h2>
        <div class="id-cards">
        <section class="id-card" aria-label="Front"><div class="id-card-words"><p class="id-card-agency">\(face.agency)</p>\
        <p class="id-card-team">\(face.team)</p><p class="id-card-name">\(face.name)</p><p>\(face.role)</p>\
        <p class="id-card-until">Valid until \(face.until)</p></div><div class="id-card-photo">\(frame)</div></section>
        <section class="id-card" aria-label="Back"><div class="id-card-words"><p>\(face.words)</p>\
        \(face.address.map { "<p class=\"id-card-address\">\($0)</p>" as HTML })<p class="id-card-code">\(face.code)</p></div>\
        \(face.square.map { squareCode($0, holds: "The address with the code") })</section>
        </div></article>
        """
}
