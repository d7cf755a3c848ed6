import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Access } from '@yoriai/associations';
import { Goodbye } from './http/goodbye.js';

const READY_WITHIN_MS = 3_000;

/** For whoever watches over the servers. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly goodbye: Goodbye,
  ) {}

  /** The process runs; says nothing about what it depends on. */
  @Get('live')
  @Access('public')
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * The process takes requests; 503 from the moment it was told to leave. For a proxy in front: unlike `ready` it does
   * not speak of the database, since without one the process still has answers that help.
   */
  @Get('open')
  @Access('public')
  @ApiOperation({ summary: 'The process takes requests; 503 once it was told to leave' })
  open(@Res({ passthrough: true }) reply: FastifyReply): { status: 'open' | 'leaving' } {
    if (!this.goodbye.said) return { status: 'open' };
    void reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '5');
    return { status: 'leaving' };
  }

  /** The process can serve; names what is missing when it can't (503). */
  @Get('ready')
  @Access('public')
  @ApiOperation({ summary: 'The process can serve; names what is degraded' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; dependencies: Record<string, string> }> {
    const database = await this.database();
    if (database !== 'ready') void reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '5');
    return { status: database === 'ready' ? 'ready' : 'degraded', dependencies: { database } };
  }

  /** Whoever watches wants to hear soon that the database is silent. */
  private async database(): Promise<'ready' | 'unavailable'> {
    const waited = new AbortController();
    const silent = pause(READY_WITHIN_MS, 'unavailable' as const, { signal: waited.signal }).catch(() => 'unavailable' as const);
    const asked = this.source.query('select 1').then(
      () => 'ready' as const,
      () => 'unavailable' as const,
    );
    try {
      return await Promise.race([asked, silent]);
    } finally {
      waited.abort();
    }
  }
}
