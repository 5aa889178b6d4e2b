// Adds up a self-check on this device. It sends nothing, keeps nothing and asks nobody: the page's policy lets it connect nowhere.
"use strict";

for (const check of document.querySelectorAll("[data-check]")) {
    const questions = [...check.querySelectorAll("fieldset")];
    const result = check.querySelector("[data-result]");
    const left = check.querySelector("[data-left]");
    const urgent = [...check.querySelectorAll("[data-urgent]")];
    const answerOf = question => question.querySelector("input:checked");

    const look = () => {
        // Whatever calls for somebody to speak with is said before anything else, and at once.
        for (const words of urgent) {
            const answer = answerOf(words.previousElementSibling);
            words.hidden = !(answer && Number(answer.value) > 0);
        }
        const end = questions.findIndex(question => answerOf(question)?.hasAttribute("data-ends"));
        const asked = end < 0 ? questions : questions.slice(0, end + 1);
        for (const question of questions) question.hidden = !asked.includes(question);
        const open = asked.filter(question => !answerOf(question)).length;
        left.textContent = open ? `${open} of ${asked.length} to go` : "";
        result.hidden = open > 0;
        for (const scale of result.querySelectorAll("[data-scale]")) {
            const points = open ? 0 : asked.filter(question => question.dataset.scale === scale.dataset.scale)
                .reduce((sum, question) => sum + Number(answerOf(question).value), 0);
            scale.querySelector("[data-points]").textContent = open ? "" : String(points);
            for (const band of scale.querySelectorAll("[data-from]"))
                band.hidden = open > 0 || points < Number(band.dataset.from) || points > Number(band.dataset.to);
        }
    };

    // Nobody who comes to this device later, by the way back either, finds an answer.
    const forget = () => {
        for (const input of check.querySelectorAll("input")) input.checked = false;
        look();
    };

    check.classList.add("check-adds");
    check.addEventListener("change", look);
    window.addEventListener("pagehide", forget);
    window.addEventListener("pageshow", forget);
    forget();
}
