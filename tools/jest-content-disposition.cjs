/**
 * Stands in for the package of this name under jest, which can't `require` an ES module on Node 20.
 * @fastify/static asks for it only when a page is sent as a download, and none of ours is.
 */
exports.create = (name) => `attachment; filename="${name}"`;
