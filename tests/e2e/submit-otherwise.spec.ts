import { expect, signIn, signOut, test } from "./support/test";

test("not held, by another trust: a receipt, and the other trust is named to staff", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26`);
  await page.getByRole("link", { name: "Answer in another way" }).click();
  await pageIsSound();
  await page.getByRole("link", { name: "We do not hold it" }).click();
  await pageIsSound();
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose the questions");
  await pageIsSound();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByLabel("Who holds it?").selectOption("ZD02");
  await page.getByLabel("Anything to add").fill("The service moved in 2024.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Ask Beaconhithe")).toBeVisible();
  await pageIsSound();
  await page.getByRole("link", { name: "Continue to the declaration" }).click();
  await page.getByLabel("I declare, for my trust").check();
  await page.getByRole("button", { name: "Declare and send" }).click();
  await expect(page.getByText("Not held. Ask Beaconhithe")).toBeVisible();
  await pageIsSound();
  await signOut(page);
  await signIn(page, ownPortal, "staff@demo.example");
  await page.goto(`${ownPortal.origin}/chase/2025-26/ZD01`);
  await expect(page.getByText("Another trust holds the data")).toBeVisible();
  await pageIsSound();
});

test("one question refused under a section leaves the others to be answered", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/refused`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose the section of the Act");
  await pageIsSound();
  for (const number of [1, 2, 4]) await page.getByLabel(`Question ${number}`, { exact: true }).uncheck();
  await page.getByLabel("Under which section?").selectOption("s12");
  await page.getByLabel("Why does it apply?").fill("It would take 40 hours.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.locator('[id="accessed-12-24m"]')).toHaveValue("refused s12");
  await expect(page.locator('[id="referred-12-24m"]')).toHaveValue("");
});

test("a question to the Foundation stops the clock; its answer, on the same page, starts a fresh one", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  const { origin } = ownPortal;
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${origin}/submit/2025-26/other-answer`);
  await page.getByRole("link", { name: "We need something clarified first" }).click();
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByRole("alert")).toContainText("Write what you need to know");
  await pageIsSound();
  await page.getByLabel("What do you need to know?").fill("Do you count referrals or children?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("The clock has stopped")).toBeVisible();
  await expect(page.getByText("The clock stops until our answer reaches you.")).toBeVisible();
  await pageIsSound();
  await signOut(page);

  await signIn(page, ownPortal, "staff@demo.example");
  await page.goto(`${origin}/chase/2025-26/ZD01`);
  await expect(page.getByText("Do you count referrals or children?").first()).toBeVisible();
  await pageIsSound();
  await page.getByLabel("Your answer to the trust’s question").fill("Children, each counted once.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("It was sent, and stands below.")).toBeVisible();
  await signOut(page);

  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${origin}/submit/2025-26`);
  await expect(page.getByText("Children, each counted once.")).toBeVisible();
  await page.getByText("How this date was worked out").click();
  await expect(page.getByText("which starts a fresh count")).toBeVisible();
});

test("staff ask about a return, and the trust replies on the same page", async ({ page, ownPortal, pageIsSound }) => {
  const { origin } = ownPortal;
  await signIn(page, ownPortal, "staff@demo.example");
  await page.goto(`${origin}/chase/2024-25/ZD01`);
  await page.getByText("Ask the trust about its answer").click();
  await page.getByLabel("Your question").fill("Is question 3 for the whole year?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("It was sent, and stands below.")).toBeVisible();
  await pageIsSound();
  await signOut(page);

  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${origin}/submit/2024-25`);
  await expect(page.getByText("Is question 3 for the whole year?")).toBeVisible();
  await pageIsSound();
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByRole("alert")).toContainText("Write your answer");
  await pageIsSound();
  await page.getByLabel("Your answer").fill("It is.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("Your answer was sent to the Foundation.")).toBeVisible();
  await expect(page.getByText("It is.", { exact: true })).toBeVisible();
});
