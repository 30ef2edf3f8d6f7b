import { Select } from "~/components/fields/select";
import { TextInput } from "~/components/fields/text-input";
import { Filters } from "~/components/filters";
import { ACTIONS, type Verb } from "~/domain/audit/actions";
import type { AuditSearch } from "~/domain/audit/search";
import type { AuditLog } from "~/journeys/manage/audit-log";
import { paths } from "~/paths";

const VERBS: Readonly<Record<Verb, string>> = {
  submit: "Submit",
  chase: "Chase",
  publish: "Publish",
  manage: "Manage",
  account: "Account",
};

const ACTION_GROUPS = Object.entries(VERBS).map(([verb, label]) => ({
  label,
  options: Object.entries(ACTIONS[verb as Verb]).map(([value, text]) => ({ value, text })),
}));

interface SearchFormProps extends Pick<AuditLog, "people" | "trusts"> {
  search: AuditSearch;
}

export function SearchForm({ search, people, trusts }: SearchFormProps) {
  const isUnknown = search.trust !== "" && trusts.every(({ ods }) => ods !== search.trust);
  return (
    <Filters action={paths.manage.audit()} label="Search the log" submit="Search">
      <Select
        name="person"
        label="Who"
        value={search.person}
        options={[
          { value: "", text: "Anybody" },
          { value: "nobody", text: "The portal itself, or a visitor" },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="trust"
        label="Trust"
        value={search.trust}
        error={isUnknown ? `Trust ${search.trust} is not in the register.` : undefined}
        options={[
          { value: "", text: "Any, or none" },
          ...trusts.map(({ ods, name }) => ({ value: ods, text: `${name} (${ods})` })),
        ]}
      />
      <Select
        name="did"
        label="What was done"
        value={search.did}
        options={[{ value: "", text: "Anything" }]}
        groups={ACTION_GROUPS}
      />
      <Select
        name="outcome"
        label="Outcome"
        value={search.outcome}
        options={[
          { value: "", text: "Any" },
          { value: "done", text: "Done" },
          { value: "refused", text: "Refused" },
        ]}
      />
      <TextInput name="from" label="From" value={search.from} type="date" />
      <TextInput name="to" label="To" value={search.to} type="date" />
    </Filters>
  );
}
