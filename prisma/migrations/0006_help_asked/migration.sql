-- When somebody who cannot give a code asked the Foundation for help, until somebody sees to it.
ALTER TABLE "Person" ADD COLUMN "helpAskedAt" DATETIME;
