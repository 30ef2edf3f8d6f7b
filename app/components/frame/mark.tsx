/** The service's mark: a small child, held. The same drawing is `public/favicon.svg`. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle className="mark__child" cx="18" cy="11" r="6" />
      <path className="mark__arms" d="M4 15.5a12 12 0 0 0 24 0" />
    </svg>
  );
}
