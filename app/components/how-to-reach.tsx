import { useRouteLoaderData } from "@remix-run/react";
import type { Help } from "../domain/people/help";

/** How to reach those who help, within a sentence: "email … or telephone …". */
export function HowToReach() {
  const help = useRouteLoaderData<{ help: Help | null }>("root")?.help;
  if (help == null) return <>write to the Parent-Infant Foundation</>;
  return (
    <>
      email <a href={`mailto:${help.email}`}>{help.email}</a>
      {help.phone !== null && (
        <>
          {" "}
          or telephone <a href={`tel:${help.phone.replace(/[^0-9+]/g, "")}`}>{help.phone}</a>
        </>
      )}
    </>
  );
}
