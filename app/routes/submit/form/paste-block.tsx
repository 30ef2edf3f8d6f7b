import { Button } from "~/components/button";
import { Details } from "~/components/details";
import { Textarea } from "~/components/fields/textarea";
import { Notification } from "~/components/notification";
import { type Pasted as PastedBlock, pastedInWords } from "~/domain/returns/paste";

/** For browsers in which a block cannot be pasted into the grid itself. */
export function PasteBlock({ block }: { block: string }) {
  return (
    <Details summary="Paste cells copied from a spreadsheet" open={block !== ""}>
      <Textarea
        name="block"
        label="The cells"
        hint="Copy the cells in Excel, with or without their headings, and paste them here. Ages may run down or across."
        value={block}
        rows={5}
      />
      <Button name="intent" value="paste" variant="secondary">
        Put them into the grid
      </Button>
    </Details>
  );
}

/** What became of a block. */
export function Pasted({ filled, turned, leftOut }: Pick<PastedBlock, "filled" | "turned" | "leftOut">) {
  const [first, ...rest] = pastedInWords({ filled, turned, leftOut });
  return (
    <Notification kind={leftOut === 0 && filled.length > 0 ? "success" : "important"}>
      <p className="govuk-notification-banner__heading">{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notification>
  );
}
