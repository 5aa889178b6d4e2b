// Only adds to pages that work without it, and speaks with nobody: the page's policy lets it connect nowhere.
"use strict";

// Leaving takes the page out of the browser's history too, and off the screen at once.
for (const leave of document.querySelectorAll("a.button-leave")) {
    leave.addEventListener("click", event => {
        event.preventDefault();
        document.title = "";
        document.documentElement.hidden = true;
        location.replace(leave.href);
    });
}

// Narrows a list of people, here in the browser. Each question offers the answers that the cards have.
for (const list of document.querySelectorAll("[data-finder]")) {
    const people = [...list.children];
    const answersOf = (person, question) =>
        [...person.querySelectorAll("[data-facet]")].filter(fact => fact.dataset.facet === question).map(fact => fact.textContent);
    const questions = [...new Set([...list.querySelectorAll("[data-facet]")].map(fact => fact.dataset.facet))];
    const finder = document.createElement("div");
    finder.className = "finder";
    const count = document.createElement("p");
    count.className = "finder-count";
    count.setAttribute("role", "status");

    const narrow = () => {
        const chosen = [...finder.querySelectorAll("select")].filter(select => select.value);
        let shown = 0;
        for (const person of people) {
            person.hidden = !chosen.every(select => answersOf(person, select.dataset.question).includes(select.value));
            if (!person.hidden) shown += 1;
        }
        count.textContent = chosen.length ? `${shown} of ${people.length}` : "";
    };

    for (const question of questions) {
        const answers = [...new Set(people.flatMap(person => answersOf(person, question)))].sort();
        if (answers.length < 2) continue;
        const label = document.createElement("label");
        label.className = "finder-question";
        label.append(question);
        const select = document.createElement("select");
        select.className = "input";
        select.autocomplete = "off";
        select.dataset.question = question;
        select.append(new Option("Any", ""), ...answers.map(answer => new Option(answer, answer)));
        select.addEventListener("change", narrow);
        label.append(select);
        finder.append(label);
    }
    if (finder.children.length && people.length > 3) {
        const note = document.createElement("p");
        note.className = "finder-note";
        note.textContent = "Narrowing the list happens on your own device. Nobody learns whom you look for.";
        list.before(finder, note, count);
    }
}

// A link may bring a code behind its #, which browsers send to nobody. It goes into the field for it, and out of the address;
// what leads to a part of the page does not.
const codeField = document.querySelector("input[name=code]");
if (codeField && /^#([0-9A-Z]{4}-)+[0-9A-Z]{1,4}$/.test(location.hash)) {
    codeField.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
}
