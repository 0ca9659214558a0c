import { Controller } from '@nestjs/common';
import { registers, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { GlossaryService } from './glossary.service.js';
import { TopicRegisterService } from './topic-register.service.js';

@Controller()
export class RegistersController {
  constructor(
    private readonly topics: TopicRegisterService,
    private readonly glossary: GlossaryService,
  ) {}

  @Endpoint(registers.topics)
  listTopics(ctx: Ctx) {
    return this.topics.list(ctx);
  }

  @Endpoint(registers.addTopic, { again: 'topicAdded' })
  addTopic(ctx: Ctx, input: Input<typeof registers.addTopic>) {
    return this.topics.add(ctx, input);
  }

  topicAdded(ctx: Ctx, id: number) {
    return this.topics.added(ctx, id);
  }

  @Endpoint(registers.editTopic)
  editTopic(ctx: Ctx, input: Input<typeof registers.editTopic>) {
    return this.topics.edit(ctx, input);
  }

  @Endpoint(registers.retireTopic)
  retireTopic(ctx: Ctx, input: Input<typeof registers.retireTopic>) {
    return this.topics.retire(ctx, input);
  }

  @Endpoint(registers.orderTopics)
  orderTopics(ctx: Ctx, input: Input<typeof registers.orderTopics>) {
    return this.topics.order(ctx, input);
  }

  @Endpoint(registers.glossary)
  listWords(ctx: Ctx) {
    return this.glossary.list(ctx);
  }

  @Endpoint(registers.addWord, { again: 'wordAdded' })
  addWord(ctx: Ctx, input: Input<typeof registers.addWord>) {
    return this.glossary.add(ctx, input);
  }

  wordAdded(ctx: Ctx, id: number) {
    return this.glossary.added(ctx, id);
  }

  @Endpoint(registers.editWord)
  editWord(ctx: Ctx, input: Input<typeof registers.editWord>) {
    return this.glossary.edit(ctx, input);
  }

  @Endpoint(registers.retireWord)
  retireWord(ctx: Ctx, input: Input<typeof registers.retireWord>) {
    return this.glossary.retire(ctx, input);
  }

  @Endpoint(registers.wordHistory)
  wordHistory(ctx: Ctx, input: Input<typeof registers.wordHistory>) {
    return this.glossary.history(ctx, input);
  }
}
