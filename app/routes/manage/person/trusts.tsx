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
  refused: { ods: string; role: string; problem: string; field: "ods" | "role" } | null;
}

const OTHER: Readonly<Record<TrustRole, TrustRole>> = { contributor: "signatory", signatory: "contributor" };

/** For which trusts somebody acts, and as what. */
export function Trusts({ account: { name: who, places }, otherTrusts, refused }: TrustsProps) {
  return (
    <section aria-labelledby="trusts">
      <h2 className="govuk-heading-m" id="trusts">
        Trusts
      </h2>
      <p className="on-screen">Changing a role or removing a trust signs {who} out everywhere.</p>
      <DataTable
        caption={`Trusts that ${who} acts for`}
        hideCaption
        rows={places}
        rowKey={({ ods }) => ods}
        empty={`${who} acts for no trust.`}
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
                <Details
                  summary={
                    <>
                      Remove<span className="govuk-visually-hidden"> {name}</span>
                    </>
                  }
                >
                  <form method="post">
                    <p>
                      Remove {who} from {name}?
                    </p>
                    <input type="hidden" name="do" value="take" />
                    <input type="hidden" name="ods" value={ods} />
                    <Button variant="warning">Remove from this trust</Button>
                  </form>
                </Details>
              </div>
            ),
          },
        ]}
      />
      <Details summary="Add another trust" open={refused !== null}>
        <form method="post">
          <input type="hidden" name="do" value="add" />
          <Select
            name="ods"
            label="Trust"
            value={refused?.ods}
            error={refused?.field === "ods" ? refused.problem : undefined}
            options={[
              { value: "", text: "Choose a trust" },
              ...otherTrusts.map(({ ods, name }) => ({ value: ods, text: `${name} (${ods})` })),
            ]}
          />
          <Radios
            name="role"
            legend="Role"
            value={refused?.role}
            error={refused?.field === "role" ? refused.problem : undefined}
            options={TRUST_ROLES.map((role) => ({ value: role, label: ROLE_IN_WORDS[role] }))}
          />
          <Button>Add this trust</Button>
        </form>
      </Details>
    </section>
  );
}
