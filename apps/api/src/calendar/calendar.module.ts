import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { Calendar } from './calendar.js';
import { DaysService } from './days.service.js';

@Module({ controllers: [CalendarController], providers: [Calendar, DaysService], exports: [Calendar] })
export class CalendarModule {}
