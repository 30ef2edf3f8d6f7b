-- A form is known by its request and its id: whoever names a form of another trust's says nothing about it.
-- DropIndex
DROP INDEX "RequestEvent_formId_key";

-- CreateIndex
CREATE UNIQUE INDEX "RequestEvent_requestId_formId_key" ON "RequestEvent"("requestId", "formId");
