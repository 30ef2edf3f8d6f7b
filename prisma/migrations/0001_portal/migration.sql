-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "holds" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Trust" (
    "ods" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameNow" TEXT,
    "region" TEXT NOT NULL,
    "icb" TEXT,
    "opened" TEXT,
    "closed" TEXT,
    "successor" TEXT,
    "basis" TEXT
);

-- CreateTable
CREATE TABLE "TrustAlias" (
    "ods" TEXT NOT NULL,
    "alias" TEXT NOT NULL,

    PRIMARY KEY ("ods", "alias"),
    CONSTRAINT "TrustAlias_ods_fkey" FOREIGN KEY ("ods") REFERENCES "Trust" ("ods") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ComparabilityBreak" (
    "ods" TEXT NOT NULL,
    "year" TEXT NOT NULL,

    PRIMARY KEY ("ods", "year"),
    CONSTRAINT "ComparabilityBreak_ods_fkey" FOREIGN KEY ("ods") REFERENCES "Trust" ("ods") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrustEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "on" TEXT NOT NULL,
    "onNote" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromOds" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "toOds" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "source" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PublishedFigure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "comparableWith" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Round" (
    "year" TEXT NOT NULL PRIMARY KEY,
    "issuedOn" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "RoundQuestion" (
    "year" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,

    PRIMARY KEY ("year", "number"),
    CONSTRAINT "RoundQuestion_year_fkey" FOREIGN KEY ("year") REFERENCES "Round" ("year") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" TEXT NOT NULL,
    "ods" TEXT NOT NULL,
    CONSTRAINT "Request_year_fkey" FOREIGN KEY ("year") REFERENCES "Round" ("year") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Request_ods_fkey" FOREIGN KEY ("ods") REFERENCES "Trust" ("ods") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RequestEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "requestId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "transfersTo" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "recordedBy" TEXT,
    "returnId" TEXT,
    CONSTRAINT "RequestEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RequestEvent_recordedBy_fkey" FOREIGN KEY ("recordedBy") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" TEXT NOT NULL,
    "ods" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileBytes" BLOB NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "savedBy" TEXT NOT NULL,
    "confirmations" TEXT,
    CONSTRAINT "Draft_savedBy_fkey" FOREIGN KEY ("savedBy") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Return" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "requestId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "declaredAt" DATETIME NOT NULL,
    "declaredOn" TEXT NOT NULL,
    "declaredName" TEXT NOT NULL,
    "declaredRole" TEXT NOT NULL,
    "declaredBy" TEXT,
    "fileName" TEXT NOT NULL,
    "fileBytes" BLOB NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "confirmations" TEXT NOT NULL,
    CONSTRAINT "Return_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Return_declaredBy_fkey" FOREIGN KEY ("declaredBy") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReturnBand" (
    "returnId" TEXT NOT NULL,
    "band" TEXT NOT NULL,
    "takes" TEXT NOT NULL,
    "takesWords" TEXT,

    PRIMARY KEY ("returnId", "band"),
    CONSTRAINT "ReturnBand_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "Return" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReturnCount" (
    "returnId" TEXT NOT NULL,
    "band" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lo" INTEGER,
    "hi" INTEGER,
    "section" TEXT,
    "raw" TEXT NOT NULL,

    PRIMARY KEY ("returnId", "band", "measure"),
    CONSTRAINT "ReturnCount_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "Return" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "releasedAt" DATETIME NOT NULL,
    "releasedOn" TEXT NOT NULL,
    "releasedBy" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "Release_year_fkey" FOREIGN KEY ("year") REFERENCES "Round" ("year") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Release_releasedBy_fkey" FOREIGN KEY ("releasedBy") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "queuedAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "lastError" TEXT,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "jobTitle" TEXT NOT NULL DEFAULT '',
    "passwordHash" TEXT,
    "disabledAt" DATETIME
);

-- CreateTable
CREATE TABLE "Membership" (
    "personId" TEXT NOT NULL,
    "ods" TEXT NOT NULL,

    PRIMARY KEY ("personId", "ods"),
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_ods_fkey" FOREIGN KEY ("ods") REFERENCES "Trust" ("ods") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Request_year_ods_key" ON "Request"("year", "ods");

-- CreateIndex
CREATE INDEX "RequestEvent_requestId_idx" ON "RequestEvent"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "RequestEvent_kind_returnId_key" ON "RequestEvent"("kind", "returnId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_year_ods_key" ON "Draft"("year", "ods");

-- CreateIndex
CREATE UNIQUE INDEX "Return_reference_key" ON "Return"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Return_draftId_key" ON "Return"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Return_requestId_version_key" ON "Return"("requestId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Release_year_number_key" ON "Release"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");

-- CreateIndex
CREATE INDEX "Letter_sentAt_notBefore_idx" ON "Letter"("sentAt", "notBefore");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");


-- What was declared, happened or was released stays as it was.
CREATE TRIGGER "RequestEvent_no_update" BEFORE UPDATE ON "RequestEvent" BEGIN SELECT RAISE(ABORT, 'what happened to a request is never rewritten'); END;
CREATE TRIGGER "RequestEvent_no_delete" BEFORE DELETE ON "RequestEvent" BEGIN SELECT RAISE(ABORT, 'what happened to a request is never rewritten'); END;
CREATE TRIGGER "Return_no_update" BEFORE UPDATE ON "Return" BEGIN SELECT RAISE(ABORT, 'a version of a return is never changed'); END;
CREATE TRIGGER "Return_no_delete" BEFORE DELETE ON "Return" BEGIN SELECT RAISE(ABORT, 'a version of a return is never changed'); END;
CREATE TRIGGER "ReturnBand_no_update" BEFORE UPDATE ON "ReturnBand" BEGIN SELECT RAISE(ABORT, 'a version of a return is never changed'); END;
CREATE TRIGGER "ReturnBand_no_delete" BEFORE DELETE ON "ReturnBand" BEGIN SELECT RAISE(ABORT, 'a version of a return is never changed'); END;
CREATE TRIGGER "ReturnCount_no_update" BEFORE UPDATE ON "ReturnCount" BEGIN SELECT RAISE(ABORT, 'a version of a return is never changed'); END;
CREATE TRIGGER "ReturnCount_no_delete" BEFORE DELETE ON "ReturnCount" BEGIN SELECT RAISE(ABORT, 'a version of a return is never changed'); END;
CREATE TRIGGER "Release_no_update" BEFORE UPDATE ON "Release" BEGIN SELECT RAISE(ABORT, 'a release is never changed: make a new one'); END;
CREATE TRIGGER "Release_no_delete" BEFORE DELETE ON "Release" BEGIN SELECT RAISE(ABORT, 'a release is never changed: make a new one'); END;
