import { Module } from '@nestjs/common';
import { ApprovalCaseController } from './approval-case/approval-case.controller.js';
import { ChecklistController } from './checklist/checklist.controller.js';
import { CommentController } from './comment/comment.controller.js';
import { FirstCheckController } from './first-check/first-check.controller.js';
import { SavedFilterController } from './saved-filter/saved-filter.controller.js';
import { ApprovalsModule } from './approvals.module.js';

/** What the api process adds: the desk's routes. */
@Module({ imports: [ApprovalsModule], controllers: [ApprovalCaseController, ChecklistController, CommentController, FirstCheckController, SavedFilterController] })
export class ApprovalsHttpModule {}
