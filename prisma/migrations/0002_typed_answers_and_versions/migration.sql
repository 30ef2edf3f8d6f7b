-- A posted form is known by its id, so that it has one effect.
ALTER TABLE "RequestEvent" ADD COLUMN "formId" TEXT;
CREATE UNIQUE INDEX "RequestEvent_formId_key" ON "RequestEvent"("formId");

-- Columns are added to returns and nothing is rebuilt: the triggers that keep versions unchanged stay where they are.
ALTER TABLE "Return" ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Return" ADD COLUMN "typed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Return" ADD COLUMN "texts" TEXT;
ALTER TABLE "Return" ADD COLUMN "explanations" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE "Footnote" (
    "returnId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "decidedBy" TEXT NOT NULL,

    PRIMARY KEY ("returnId", "place"),
    CONSTRAINT "Footnote_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "Return" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Footnote_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER "Footnote_no_update" BEFORE UPDATE ON "Footnote" BEGIN SELECT RAISE(ABORT, 'a footnote is decided once'); END;
CREATE TRIGGER "Footnote_no_delete" BEFORE DELETE ON "Footnote" BEGIN SELECT RAISE(ABORT, 'a footnote is decided once'); END;

-- A draft no longer needs a file. Nothing refers to drafts, so the table is made anew with what it holds.
CREATE TABLE "new_Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" TEXT NOT NULL,
    "ods" TEXT NOT NULL,
    "waitsFor" TEXT NOT NULL DEFAULT '',
    "fileName" TEXT,
    "fileBytes" BLOB,
    "fileSha256" TEXT,
    "texts" TEXT,
    "explanations" TEXT NOT NULL DEFAULT '[]',
    "savedAt" DATETIME NOT NULL,
    "savedBy" TEXT NOT NULL,
    "confirmations" TEXT,
    CONSTRAINT "Draft_savedBy_fkey" FOREIGN KEY ("savedBy") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Draft" ("id", "year", "ods", "fileName", "fileBytes", "fileSha256", "savedAt", "savedBy", "confirmations")
SELECT "id", "year", "ods", "fileName", "fileBytes", "fileSha256", "savedAt", "savedBy", "confirmations" FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
CREATE UNIQUE INDEX "Draft_year_ods_waitsFor_key" ON "Draft"("year", "ods", "waitsFor");
