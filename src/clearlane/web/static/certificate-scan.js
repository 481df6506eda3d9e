"use strict";
// Reads the code on a paper by the camera or from a picture, where the browser can; where it cannot, it says what to do instead.
const scanning = { reader: null };

scanning.ready = async (say) => {
  const formats = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats() : [];
  if (formats.includes("qr_code")) scanning.reader = new BarcodeDetector({ formats: ["qr_code"] });
  const button = document.getElementById("scan");
  button.hidden = !scanning.reader || !navigator.mediaDevices;
  document.getElementById("no-scan").hidden = Boolean(scanning.reader);
  button.addEventListener("click", () => scanning.begin(button, document.getElementById("camera"), say));
};

scanning.codeFrom = async (picture) => {
  const found = await scanning.reader.detect(picture).catch(() => []);
  return found.map((one) => one.rawValue).find((one) => one.startsWith(HEAD)) || "";
};

scanning.codeIn = async (file, say) => {
  if (!scanning.reader) return say.trouble("no-scan");
  const picture = await createImageBitmap(file).catch(() => null);
  return (picture && (await scanning.codeFrom(picture))) || say.trouble("no-code");
};

scanning.stop = (button, camera, say) => {
  for (const track of camera.srcObject?.getTracks() ?? []) track.stop();
  camera.srcObject = null;
  camera.hidden = true;
  button.textContent = say.speak("check.scan");
};

scanning.begin = async (button, camera, say) => {
  if (camera.srcObject) return scanning.stop(button, camera, say);
  try {
    camera.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch (fault) {
    return say.trouble("no-camera");
  }
  camera.hidden = false;
  button.textContent = say.speak("check.stop");
  await camera.play();
  while (camera.srcObject) {
    const code = await scanning.codeFrom(camera);
    if (code) {
      scanning.stop(button, camera, say);
      return say.check(code);
    }
    await new Promise((next) => setTimeout(next, 200));
  }
};
