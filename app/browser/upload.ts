import { answeredWith } from "./upload/answered";
import { misgivingAbout } from "./upload/chosen-file";
import { DropZone } from "./upload/drop-zone";
import { Progress } from "./upload/progress";
import { send } from "./upload/sending";
import { showInPlace } from "./upload/show";

const NO_CONNECTION =
  "The upload broke off: no connection. Your file is still chosen; upload it again once you are connected.";
const FILE_CHANGED = "The file was changed or moved after you chose it. Choose it again.";
const CANCELLED = "The upload was cancelled. Nothing was kept.";
const CANCELLED_LATE = "You cancelled after the file had arrived. Load this page again to see whether it was kept.";
const NOT_TAKEN = "The service did not take the file. Load this page again, and choose the file once more.";

/** Takes a dropped file, shows how far it has come, and leads on as the form itself would. */
export function enhanceUpload(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="file"]');
  const button = form.querySelector<HTMLButtonElement>('button:not([type="button"])');
  if (field === null || button === null) throw new Error("The form has no file field, or no button.");
  const zone = new DropZone(field);
  let isUnderWay = false;
  let hasArrived = false;
  let stop = () => {};

  const progress = new Progress(form, () => {
    stop();
    end(hasArrived ? CANCELLED_LATE : CANCELLED);
    button.focus();
  });

  function begin() {
    isUnderWay = true;
    hasArrived = false;
    zone.say("");
    zone.close(true);
  }

  function end(sentence: string) {
    isUnderWay = false;
    zone.close(false);
    zone.say(sentence);
    progress.done();
  }

  function sendFile() {
    progress.uploading(0);
    stop = send(form, {
      uploading: (share) => progress.uploading(share),
      arrived() {
        hasArrived = true;
        progress.checking();
      },
      answered(answer) {
        const answered = answeredWith(answer, form.action);
        if (answered.kind === "go") location.assign(answered.to);
        else if (answered.kind === "say") end(answered.sentence);
        else if (showInPlace(answer.body)) enhanceAnew();
        else end(NOT_TAKEN);
      },
      failed: () => end(NO_CONNECTION),
    });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { file } = zone;
    if (isUnderWay) return;
    if (file !== null && misgivingAbout(file)?.isFinal) return field.focus();
    begin();
    void isStillThere(file).then((is) => {
      if (is) return sendFile();
      zone.forget();
      end(FILE_CHANGED);
    });
  });
}

/** The page that was put in place has a form of its own, unless it says that there is none to send. */
function enhanceAnew(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-upload]");
  if (form !== null) enhanceUpload(form);
}

/** A browser gives nothing of a file that was changed after it was chosen, and would send a part of it at best. */
async function isStillThere(file: File | null): Promise<boolean> {
  try {
    await file?.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
