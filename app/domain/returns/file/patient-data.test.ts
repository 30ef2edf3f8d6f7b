import { describe, expect, test } from "vitest";
import { patientData } from "./patient-data";
import { split } from "./split";

function found(text: string) {
  return patientData(text, split(text)).map(({ cell }) => cell);
}

describe("headings of patient-level tables", () => {
  test.each([
    "D.O.B.",
    "DOB (dd/mm/yyyy)",
    "Date of Birth (DD/MM/YYYY)",
    "DateOfBirth",
    "Child_date_of_birth",
    "Child's date of birth",
    "Home post code",
    "Postcode of residence",
    "Postcode sector",
    "NHS number (10 digit)",
    "NHSNo.",
    "Hospital No.",
    "Patient initials",
    "CHI number",
  ])("%s", (heading) => expect(found(`ODS code,${heading}\nZD01,x`)).toEqual(["B1"]));

  test.each(["NHS North", "NHS notes", "Trust postcode", "Without NHS number", "Children referred", "Doberman"])(
    "%s is none",
    (heading) => expect(found(`ODS code,${heading}\nZD01,x`)).toEqual([]),
  );
  test("a title and a remark beside figures are none", () => {
    expect(found("Age is taken from date of birth\nODS code,Notes\nZD01,x")).toEqual([]);
    expect(found("ODS code,Children referred,Notes\nZD01,12,age from date of birth")).toEqual([]);
  });
});

describe("NHS numbers", () => {
  test.each([
    "943.476.5919",
    "943 476 5919",
    "943-476-5919",
    "9434765919",
    "９４３ ４７６ ５９１９",
    "943\u200B476\u200B5919",
  ])("%s", (number) => expect(found(`ODS code,Notes\nZD01,see ${number}`)).toEqual(["B2"]));
  test.each(["943.4765919", "020.7946.0958", "12.5"])("%s is none", (number) =>
    expect(found(`ODS code,Notes\nZD01,${number}`)).toEqual([]),
  );
});
