// Puts a chosen file into its form, in base64. Without this script nothing could be sent.
"use strict";

for (const file of document.querySelectorAll("[data-file-bytes]")) {
    const sent = file.nextElementSibling;
    const state = sent.nextElementSibling;
    const mostBytes = Number(file.dataset.fileBytes);
    file.disabled = false;
    state.textContent = "";
    file.addEventListener("change", () => {
        sent.value = "";
        state.textContent = "";
        const chosen = file.files[0];
        if (!chosen) return;
        if (chosen.size > mostBytes) {
            state.textContent = "This file is too large. Please choose a smaller one.";
            return;
        }
        const reader = new FileReader();
        reader.addEventListener("load", () => {
            sent.value = String(reader.result).split(",")[1] ?? "";
        });
        reader.addEventListener("error", () => {
            state.textContent = "The browser cannot read this file. Please choose another.";
        });
        reader.readAsDataURL(chosen);
    });
}
