/** How many wait behind a link, in brackets; nothing where nobody does. */
export function HowMany({ waiting }: { waiting: number }) {
  if (waiting === 0) return null;
  return (
    <span className="how-many">
      {" "}
      ({waiting}
      <span className="govuk-visually-hidden"> waiting</span>)
    </span>
  );
}
