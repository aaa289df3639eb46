/** What it takes to put holders on the register, one by one or from a file. */
import { RegistrarPermission } from "@scrip/client";
import type { Need } from "../parts/permitted.tsx";

export const TO_ONBOARD: Need = { of: "registrar", permission: RegistrarPermission.Onboard, name: "onboard" };
