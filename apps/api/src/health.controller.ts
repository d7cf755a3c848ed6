import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Access } from '@yoriai/associations';

/** For whoever watches over the servers. */
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  /** The process runs; says nothing about what it depends on. */
  @Get('live')
  @Access('public')
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The process can serve; names what is missing when it can't (503). */
  @Get('ready')
  @Access('public')
  @ApiOperation({ summary: 'The process can serve; names what is degraded' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; dependencies: Record<string, string> }> {
    const database = await this.source.query('select 1').then(
      () => 'ready',
      () => 'unavailable',
    );
    if (database !== 'ready') void reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '5');
    return { status: database === 'ready' ? 'ready' : 'degraded', dependencies: { database } };
  }
}
