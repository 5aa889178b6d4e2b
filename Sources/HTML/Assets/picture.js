// Makes a chosen picture small before it is sent: only its points go, drawn anew, and nothing of the file itself.
"use strict";

const part = document.querySelector("[data-picture]");

if (part) {
    const state = document.querySelector("[data-picture-state]");
    const file = part.querySelector("[type=file]");
    const sent = file.nextElementSibling;
    const canvas = document.createElement("canvas");
    const longestSide = Number(file.dataset.pictureSide);
    const mostBytes = Number(file.dataset.pictureBytes);
    canvas.className = "portrait";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "The picture as it will be sent");
    canvas.hidden = true;
    sent.after(canvas);
    part.hidden = false;
    state.textContent = "";

    // Base64 has four letters for three bytes.
    const small = () => [0.85, 0.7, 0.5, 0.3]
        .map(quality => canvas.toDataURL("image/jpeg", quality).split(",")[1])
        .find(text => text.length * 3 / 4 <= mostBytes);

    file.addEventListener("change", async () => {
        sent.value = "";
        canvas.hidden = true;
        state.textContent = "";
        if (!file.files.length) return;
        try {
            const picture = await createImageBitmap(file.files[0]);
            const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
            canvas.width = Math.max(1, Math.round(picture.width * scale));
            canvas.height = Math.max(1, Math.round(picture.height * scale));
            const paper = canvas.getContext("2d");
            paper.fillStyle = "white";
            paper.fillRect(0, 0, canvas.width, canvas.height);
            paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
            picture.close();
            sent.value = small();
            canvas.hidden = false;
        } catch {
            state.textContent = "This file is no picture that the browser can read. Please choose another.";
        }
    });
}
