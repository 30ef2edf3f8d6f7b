export function DemonstrationBanner() {
  return (
    <section className="demonstration" aria-label="Demonstration">
      <p className="govuk-width-container">
        <strong>Demonstration:</strong> every trust, person and figure here is fictional
      </p>
    </section>
  );
}
