import { type ReactNode, useId } from "react";
import { Tag, type Tone } from "./tag";

interface Task {
  title: string;
  /** None while the task cannot be started. */
  href?: string | undefined;
  hint?: ReactNode;
  /** A finished task is plain words, so that what is left to do stands out: give no tone. */
  status: { text: string; tone?: Tone };
}

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const id = useId();
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, place) => (
        <TaskItem key={task.title} {...task} id={`${id}-${place + 1}`} />
      ))}
    </ul>
  );
}

function TaskItem({ id, title, href, hint, status }: Task & { id: string }) {
  const described = [hint && `${id}-hint`, `${id}-status`].filter(Boolean).join(" ");
  return (
    <li className={href ? "govuk-task-list__item govuk-task-list__item--with-link" : "govuk-task-list__item"}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <a className="govuk-link govuk-task-list__link" href={href} aria-describedby={described}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div
        id={`${id}-status`}
        className={`govuk-task-list__status${href ? "" : " govuk-task-list__status--cannot-start-yet"}`}
      >
        {status.tone ? <Tag tone={status.tone}>{status.text}</Tag> : status.text}
      </div>
    </li>
  );
}
