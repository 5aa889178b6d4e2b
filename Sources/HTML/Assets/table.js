// Reads a chosen file of text into the field where it can be pasted. The page works without it.
"use strict";

for (const field of document.querySelectorAll("textarea[data-table]")) {
    const chooser = document.querySelector("[data-table-file]");
    const file = chooser.querySelector("[type=file]");
    const state = chooser.querySelector("[role=status]");
    const mostBytes = Number(field.dataset.table);
    chooser.hidden = false;

    // What begins like a workbook is sent as far as that can be seen, so that the answer says what it is.
    const text = bytes => {
        if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
        if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
        if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
            return new TextDecoder("latin1").decode(bytes.slice(0, 1000)).replaceAll("\u0000", "");
        }
        return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    };

    file.addEventListener("change", async () => {
        state.textContent = "";
        if (!file.files.length) return;
        if (file.files[0].size > mostBytes) {
            state.textContent = "The file is larger than a browser sends. Import it on the server.";
            return;
        }
        try {
            field.value = text(new Uint8Array(await file.files[0].arrayBuffer()));
        } catch {
            state.textContent = "The file is no text in UTF-8. Open it in the spreadsheet programme and save it as “CSV UTF-8”.";
        }
    });
}
