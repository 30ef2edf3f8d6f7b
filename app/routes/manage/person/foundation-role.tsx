import { Button } from "~/components/button";
import type { FoundationRole } from "~/domain/people/person";

interface FoundationRoleProps {
  name: string;
  role: FoundationRole;
}

/** Makes an admin of somebody of the staff, or the other way round. */
export function ChangeFoundationRole({ name, role }: FoundationRoleProps) {
  const isAdmin = role === "admin";
  return (
    <section aria-labelledby="role">
      <h2 className="govuk-heading-m" id="role">
        Role
      </h2>
      <p>
        {isAdmin
          ? `${name} does what staff do, and says who may sign in.`
          : `${name} chases, accepts and publishes returns, and cannot say who may sign in.`}{" "}
        Changing the role signs them out everywhere.
      </p>
      <form method="post">
        <input type="hidden" name="do" value="foundation-role" />
        <input type="hidden" name="role" value={isAdmin ? "staff" : "admin"} />
        <Button variant="secondary">{isAdmin ? "Make staff" : "Make admin"}</Button>
      </form>
    </section>
  );
}
