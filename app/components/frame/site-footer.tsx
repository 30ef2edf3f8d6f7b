import { HowToReach } from "../how-to-reach";
import { SERVICE } from "../page-title";

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="govuk-width-container site-footer__columns">
        <section aria-labelledby="about-this-service">
          <h2 id="about-this-service">{SERVICE}</h2>
          <p>
            How many babies and children under 3 were referred to and seen by children’s mental health services in
            England, asked of every mental health trust once a year by the{" "}
            <a href="https://parentinfantfoundation.org.uk">Parent-Infant Foundation</a>.
          </p>
        </section>
        <section aria-labelledby="get-help">
          <h2 id="get-help">Get help</h2>
          <p>
            To ask about this service or your account, <HowToReach />.
          </p>
        </section>
        <section aria-labelledby="how-to-read">
          <h2 id="how-to-read">How to read the figures</h2>
          <p>
            Ages are completed months at the date of referral. Shares of trusts carry their count. Small counts, and
            others that would reveal them, are hidden, marked [c], so that no child can be identified.
          </p>
        </section>
      </div>
    </footer>
  );
}
