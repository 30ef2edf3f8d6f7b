import { type ReactNode, useId } from "react";

interface NotificationProps {
  /** `success` says that what the person just did has worked. */
  kind: "success" | "important";
  title?: string;
  children: ReactNode;
}

export function Notification({ kind, title = kind === "success" ? "Done" : "Important", children }: NotificationProps) {
  const titleId = useId();
  return (
    <div className={`govuk-notification-banner govuk-notification-banner--${kind}`} {...announced(kind, titleId)}>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </div>
  );
}

/** Good news is read out at once; a notice is a landmark to find. */
function announced(kind: NotificationProps["kind"], titleId: string) {
  return { role: kind === "success" ? "alert" : "region", "aria-labelledby": titleId };
}
