/** VS Code's id of the status item: publisher.name.id. */
export const STATUS = "tickmark.tickmark.tickmark.status";
