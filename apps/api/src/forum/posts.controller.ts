import { Controller } from '@nestjs/common';
import { posts, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { CommentsService } from './comments.service.js';
import { PostsService } from './posts.service.js';
import { VotesService } from './votes.service.js';

@Controller()
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly comments: CommentsService,
    private readonly votes: VotesService,
  ) {}

  @Endpoint(posts.source)
  source(ctx: Ctx, input: Input<typeof posts.source>) {
    return this.posts.source(ctx, input);
  }

  @Endpoint(posts.preview)
  preview(ctx: Ctx, input: Input<typeof posts.preview>) {
    return this.posts.preview(ctx, input);
  }

  @Endpoint(posts.editPost)
  edit(ctx: Ctx, input: Input<typeof posts.editPost>) {
    return this.posts.edit(ctx, input);
  }

  @Endpoint(posts.addComment, { again: 'readComment' })
  addComment(ctx: Ctx, input: Input<typeof posts.addComment>) {
    return this.comments.add(ctx, input);
  }

  readComment(ctx: Ctx, id: number) {
    return this.comments.read(ctx, id);
  }

  @Endpoint(posts.vote)
  vote(ctx: Ctx, input: Input<typeof posts.vote>) {
    return this.votes.vote(ctx, input);
  }

  @Endpoint(posts.unvote)
  unvote(ctx: Ctx, input: Input<typeof posts.unvote>) {
    return this.votes.unvote(ctx, input);
  }
}
