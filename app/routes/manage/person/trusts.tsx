import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { Details } from "~/components/details";
import { Radios } from "~/components/fields/radios";
import { Select } from "~/components/fields/select";
import { ROLE_IN_WORDS, TRUST_ROLES, type TrustRole } from "~/domain/people/person";
import type { PersonFile } from "~/journeys/manage/people";
import { paths } from "~/paths";

interface TrustsProps extends Pick<PersonFile, "account" | "otherTrusts"> {
  /** A trust that was to be added and could not be. */
  refused: { ods: string; role: string; problem: string } | null;
}

const OTHER: Readonly<Record<TrustRole, TrustRole>> = { contributor: "signatory", signatory: "contributor" };

/** For which trusts somebody acts, and as what. */
export function Trusts({ account: { name, places }, otherTrusts, refused }: TrustsProps) {
  return (
    <section aria-labelledby="trusts">
      <h2 className="govuk-heading-m" id="trusts">
        Trusts
      </h2>
      <DataTable
        caption={`Trusts that ${name} acts for`}
        hideCaption
        rows={places}
        rowKey={({ ods }) => ods}
        empty={`${name} acts for no trust.`}
        columns={[
          {
            key: "trust",
            header: "Trust",
            heads: true,
            cell: ({ ods, name, isEnded }) => (
              <>
                <a href={paths.manage.people({ trust: ods })}>{name}</a> <span className="code">{ods}</span>
                {isEnded && <span className="reading">The access of this trust is ended.</span>}
              </>
            ),
          },
          { key: "role", header: "Role", cell: ({ role }) => ROLE_IN_WORDS[role] },
          {
            key: "change",
            header: <span className="on-screen">Change</span>,
            cell: ({ ods, name, role }) => (
              <div className="row-actions on-screen">
                <form method="post">
                  <input type="hidden" name="do" value="role" />
                  <input type="hidden" name="ods" value={ods} />
                  <input type="hidden" name="role" value={OTHER[role]} />
                  <Button variant="secondary">
                    Make {OTHER[role]}
                    <span className="govuk-visually-hidden"> for {name}</span>
                  </Button>
                </form>
                <form method="post">
                  <input type="hidden" name="do" value="take" />
                  <input type="hidden" name="ods" value={ods} />
                  <Button variant="secondary">
                    Take away<span className="govuk-visually-hidden"> {name}</span>
                  </Button>
                </form>
              </div>
            ),
          },
        ]}
      />
      <p className="govuk-hint on-screen">Whoever’s role is changed, or trust taken away, is signed out everywhere.</p>
      <Details summary="Let them act for another trust" open={refused !== null}>
        <form method="post">
          <input type="hidden" name="do" value="add" />
          <Select
            name="ods"
            label="Trust"
            value={refused?.ods}
            error={refused?.problem}
            options={[
              { value: "", text: "Choose a trust" },
              ...otherTrusts.map(({ ods, name }) => ({ value: ods, text: `${name} (${ods})` })),
            ]}
          />
          <Radios
            name="role"
            legend="Role"
            value={refused?.role ?? "contributor"}
            options={TRUST_ROLES.map((role) => ({ value: role, label: ROLE_IN_WORDS[role] }))}
          />
          <Button>Add this trust</Button>
        </form>
      </Details>
    </section>
  );
}
