/** Zendesk's proxy answers for itself: the request never left. */
export class Refusal extends Error {
  readonly status: number;

  constructor(reason: string, status: number) {
    super(`Proxy error: ${reason}`);
    this.status = status;
  }
}

export function refuse(reason: string, status = 400): never {
  throw new Refusal(reason, status);
}

/** What a developer gets under `zcli apps:server`, where there is no installation to take secrets from. */
export function refuseWithoutInstallation(): never {
  refuse(
    '{:code=>"UnprocessableEntity", :status=>"422", :title=>"Unprocessable Entity", :message=>"Failed to get installation and oauth information for app."}',
    422,
  );
}
