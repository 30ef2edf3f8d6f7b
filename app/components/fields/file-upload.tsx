import { describedBy, Field, type FieldText } from "./field";

/** The form around it needs `method="post"` and `encType="multipart/form-data"`. `accept` is as in ".csv,text/csv". */
export function FileUpload({ accept, ...text }: FieldText & { accept?: string }) {
  const id = text.id ?? text.name;
  return (
    <Field {...text} id={id}>
      <input
        className={text.error ? "govuk-file-upload govuk-file-upload--error" : "govuk-file-upload"}
        id={id}
        name={text.name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, text)}
      />
    </Field>
  );
}
