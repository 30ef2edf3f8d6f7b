-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "by" TEXT,
    "trust" TEXT,
    "did" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "AuditEntry_by_idx" ON "AuditEntry"("by");

-- CreateIndex
CREATE INDEX "AuditEntry_trust_idx" ON "AuditEntry"("trust");

-- CreateIndex
CREATE INDEX "AuditEntry_did_idx" ON "AuditEntry"("did");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");


-- What was done stays as it was written.
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
-- INSERT OR REPLACE removes a row without asking the trigger above, and comes only as far as this one.
CREATE TRIGGER "AuditEntry_no_replace" BEFORE INSERT ON "AuditEntry"
WHEN NEW."id" <= (SELECT max("id") FROM "AuditEntry")
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
