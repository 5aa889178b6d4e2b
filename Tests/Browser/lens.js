// What the lens does inside the page it looks at, beside the accessibility engine. Each function is one round trip.
window.lens = (() => {
    // How a page is built, that is, its parts and how they lie in each other. A list of three rows is built like one of five.
    const build = part =>
        `${part.tagName} ${part.getAttribute('class')} ${part.getAttribute('role')} ${part.getAttribute('type')}` +
        `(${[...new Set([...part.children].map(build))].join()})`

    const read = whole => ({
        build: build(whole.body), folded: whole.querySelectorAll('summary').length,
        links: [...whole.links].map(link => link.getAttribute('href')),
    })

    // By how many pixels the page is wider than its window.
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

    const arePicturesThere = () => Promise.all([...document.images].map(picture =>
        picture.complete || new Promise(goOn => picture.onload = picture.onerror = goOn)))

    // Of a page that was opened: as it was served, before any script.
    const readShown = markup =>
        ({...read(new DOMParser().parseFromString(markup, 'text/html')), overflow: overflow()})

    // Puts another document in the place of this one, as a browser does that opens it; its head is the same but for the title.
    const show = async (markup, address) => {
        const whole = new DOMParser().parseFromString(markup, 'text/html')
        const reading = read(whole)
        history.replaceState(null, '', address)
        document.title = whole.title
        document.body.replaceWith(document.adoptNode(whole.body))
        scrollTo(0, 0)
        await arePicturesThere()
        return {...reading, overflow: overflow()}
    }

    // What no engine looks for.
    const faults = () => {
        const found = []
        // The one who takes the pictures hides the caret of a field, and leaves an empty style there.
        const ofOthers = "script:not([src^='/assets/']), [style]:not([style='']), [onclick]"
        for (const inline of document.querySelectorAll(ofOthers)) {
            found.push(`scripts or styles that are not files of this site: ${inline.outerHTML.slice(0, 200)}`)
        }
        const empty = document.querySelectorAll('main table > tbody:not(:has(tr))').length
        if (empty) found.push(`${empty} tables without a row, where words should say that there is nothing`)
        // The engine passes over them: it finds a label for each, though all labels belong to the first.
        const ids = [...document.querySelectorAll('[id]')].map(part => part.id)
        const twice = ids.filter((id, place) => ids.indexOf(id) < place)
        if (twice.length) found.push(`more than one part has the id ${twice}: a label or a link leads to the first of them`)
        return found
    }

    // What decides about the contrast of words, of a part and of everything that it lies in.
    const OF_CONTRAST = [
        'color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight', 'textShadow', 'filter',
        'mixBlendMode', 'position', 'visibility', 'webkitTextFillColor', 'clipPath',
    ]
    const hash = words => {
        let one = 0xdeadbeef, two = 0x41c6ce57
        for (let place = 0; place < words.length; place++) {
            const code = words.charCodeAt(place)
            one = Math.imul(one ^ code, 2654435761)
            two = Math.imul(two ^ code, 1597334677)
        }
        return 4294967296 * (2097151 & (two ^ two >>> 15)) + ((one ^ one >>> 15) >>> 0)
    }
    const looksOf = (part, known) => {
        if (!part) return 0
        if (!known.has(part)) {
            const style = getComputedStyle(part)
            known.set(part, hash([
                looksOf(part.parentElement, known), part.tagName, part.getAttribute('class'), part.getAttribute('type'),
                part.matches(':disabled'), ...OF_CONTRAST.map(name => style[name]),
            ].join('|')))
        }
        return known.get(part)
    }
    const hasWords = part =>
        part.matches('input, select, textarea, button') ||
        [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())

    // One part for each way that words look here and in no view like this before; `seen` are those ways.
    const seen = {}
    const looksAnew = view => {
        const ways = seen[view] ??= new Set(), known = new Map(), parts = []
        for (const part of document.body.querySelectorAll('*')) {
            if (!part.getClientRects().length || !hasWords(part)) continue
            const looks = looksOf(part, known)
            if (ways.has(looks)) continue
            ways.add(looks)
            parts.push(part)
        }
        return parts
    }

    const judge = async (context, options) => {
        const {violations} = await axe.run(context, {resultTypes: ['violations'], ...options})
        return violations.map(({id, help, nodes}) =>
            `${id}: ${help} at ${JSON.stringify(nodes.map(node => node.target).slice(0, 3))}`)
    }

    const shown = () => [...document.querySelectorAll('*')].map(part => part.getClientRects().length ? 1 : 0).join('')
    const judged = new Set()

    // The faults of the page in the view it is in, a new page's first or a further one.
    const look = async (view, isFirst, ofTheView) => {
        if (isFirst) judged.clear()
        const found = isFirst ? faults() : [], wider = overflow(), parts = shown()
        if (wider > 0) found.push(`${view}: ${wider} px wider than the window`)
        const options = judged.has(parts)
            ? {runOnly: {type: 'rule', values: ofTheView}}
            : {rules: {'color-contrast': {enabled: false}}}
        judged.add(parts)
        const violations = await judge(document, options)
        const anew = looksAnew(view)
        if (anew.length)
            violations.push(...await judge({include: anew}, {runOnly: {type: 'rule', values: ['color-contrast']}}))
        return [...found, ...violations.map(violation => `${view}: ${violation}`)]
    }

    return {readShown, show, look}
})()
