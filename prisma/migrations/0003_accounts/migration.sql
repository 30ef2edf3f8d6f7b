ALTER TABLE "Trust" ADD COLUMN "accessEndedAt" DATETIME;

ALTER TABLE "Person" ADD COLUMN "lastSignInAt" DATETIME;

CREATE TABLE "Authenticator" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Authenticator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "RecoveryCode" (
    "personId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" DATETIME,

    PRIMARY KEY ("personId", "hash"),
    CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "publicKey" BLOB NOT NULL,
    "counter" INTEGER NOT NULL,
    "transports" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    CONSTRAINT "Passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "Challenge" (
    "challenge" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Challenge_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "EmailLink" (
    "tokenSha256" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "codeSha256" TEXT,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "email" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "EmailLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "FactorReset" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "approvedBy" TEXT,
    "approvedAt" DATETIME,
    "cancelledAt" DATETIME,
    CONSTRAINT "FactorReset_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FactorReset_startedBy_fkey" FOREIGN KEY ("startedBy") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FactorReset_approvedBy_fkey" FOREIGN KEY ("approvedBy") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "Attempt" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "since" DATETIME NOT NULL,
    "blockedUntil" DATETIME
);

CREATE TABLE "KeptForm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL,
    CONSTRAINT "KeptForm_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A letter that carries a link is sealed in the outbox.
ALTER TABLE "Letter" ADD COLUMN "sealed" BOOLEAN NOT NULL DEFAULT false;

-- Who could declare for a trust so far still can.
ALTER TABLE "Membership" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'contributor';
UPDATE "Membership" SET "role" = 'signatory';

-- No session so far was begun with a second factor: everyone signs in anew.
DROP TABLE "Session";
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "factorAt" DATETIME,
    "ods" TEXT,
    "agent" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

CREATE INDEX "Authenticator_personId_idx" ON "Authenticator"("personId");

CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");

CREATE UNIQUE INDEX "EmailLink_personId_kind_key" ON "EmailLink"("personId", "kind");

CREATE INDEX "FactorReset_personId_idx" ON "FactorReset"("personId");
